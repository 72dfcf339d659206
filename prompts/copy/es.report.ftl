# Los números de un semestre. $term es su primer día.
report-first = *Números de tu centro, del semestre que empezó el { $term }.* Los ves antes que nadie. Desde el { $date } también puede tenerlos tu centro.
report-first-next = Son de todas las clases juntas: no hay nombres, clases ni palabras. Se deja fuera lo que hablaría de muy pocas personas. No tienes que hacer nada.
report-cell-students = Estudiantes en clases con contratos: { $number }
report-cell-teachers = Docentes: { $number }
report-cell-begun = Contratos empezados: { $number }
report-cell-agreed = Acordados: { $number }%
report-cell-kept = De los acordados, llegan hasta que las dos partes miran atrás: { $number }%
report-cell-renegotiated = De los acordados, con cambios en el camino: { $number }%
report-cell-days = Días hasta una decisión, en la mitad: { $number }
report-cell-asked = Seguimientos que pedían respuesta: { $number }
report-cell-answered = Con respuesta: { $number }%
report-cell-feedback = Comentarios dados: { $number }
report-cell-taken-up = Comentarios aprovechados: { $number }%
report-cell-targets = Objetivos acordados: { $number }
report-cell-measurable = Dicen qué, cuánto y para cuándo: { $number }%
