# Los números de un semestre. $term es su primer día.
report-first = *Números de tu centro, del semestre que empezó el { $term }.* Los ves antes que nadie. Desde el { $date } también puede tenerlos tu centro.
report-first-next = No hay nombres, ni de personas ni de clases, ni palabras de nadie. Se deja fuera lo que hablaría de muy pocas personas. No tienes que hacer nada.
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

# Para quien nombró una persona que administra: los números en una tabla y en un archivo
report-heading = Tu centro en números
# Encabeza una columna: un semestre, por su primer día
report-column = Desde el { $term }
report-column-what = Qué
report-column-change = Cambio
report-label-students = Estudiantes en clases con contratos
report-label-teachers = Docentes
report-label-begun = Contratos empezados
report-label-agreed = Contratos acordados
report-label-kept = Acordados que llegan hasta que las dos partes miran atrás
report-label-renegotiated = Acordados con cambios en el camino
report-label-days = Días hasta una decisión, en la mitad
report-label-asked = Seguimientos que pedían respuesta
report-label-answered = Seguimientos con respuesta
report-label-feedback = Comentarios dados
report-label-taken-up = Comentarios aprovechados
report-label-targets = Objetivos acordados
report-label-measurable = Objetivos que dicen qué, cuánto y para cuándo
report-count = { $number }
report-percent = { $number }%
report-same = igual
report-more-count = +{ $number }
report-less-count = −{ $number }
report-more-percent = { $number ->
    [one] +{ $number } punto
   *[other] +{ $number } puntos
}
report-less-percent = { $number ->
    [one] −{ $number } punto
   *[other] −{ $number } puntos
}
report-what = Son de todas las clases juntas: no hay nombres, clases ni palabras. «–» quiere decir que dejo fuera un número porque hablaría de muy pocas personas.
report-waits-reader = El semestre que empezó el { $term } está listo. Tus docentes lo ven antes. Desde el { $date } también puedes tenerlo aquí.
report-few-reader = Del semestre que empezó el { $term } no digo nada. Tuvo menos de 5 estudiantes o de 3 docentes.
report-none-reader = Todavía no hay números. Los calculo cuando un semestre con contratos terminó hace 60 días.
report-file = Aquí están los mismos números en un archivo para una hoja de cálculo: una línea por semestre.
report-file-label = Tu centro en números
report-no-files = No puedo darte el archivo, porque este espacio de trabajo no me deja enviar archivos. Pide a un administrador de Slack que lo permita y pulsa otra vez el botón.
report-signs = *Cuántas veces se cumple la misma señal de éxito:*
# $shares is a list of percentages
report-sign = { $text }: { $shares }
report-signs-what = Cuenta lo que una persona docente valoró al final con el nivel más alto. Varios números son varias clases, el mayor primero, sin sus nombres.
report-signs-more = { $count ->
    [one] { $count } más está en el archivo.
   *[other] { $count } más están en el archivo.
}
report-signs-file = Aquí está cuántas veces se cumple la misma señal de éxito, en un archivo: una línea por clase, sin su nombre.
report-signs-label = Señales de éxito en números
report-reader-named = { $name } dice que puedes tener los números de tu centro. En mi pestaña Inicio encuentras [Informe del centro].
report-reader-unnamed = { $name } decidió que ya no recibes los números de tu centro.

# En Inicio
report-home = *Números de tu centro:* contratos, seguimientos y comentarios de cada semestre terminado. Recibes una tabla y un archivo.
report-button = Informe del centro
report-readers = Quién recibe el informe
report-readers-named = Reciben números de todo el centro por semestre: sin nombres ni clases, una semana después que sus docentes. *Nombradas:* { $names }.
report-readers-nobody = nadie todavía
report-name-reader = Nombrar a alguien
report-take-back-reader = Quitar a alguien

refusal-report-not-named = Quien administra Slack decide quién recibe los números del centro. Pide que te nombre en su pestaña Inicio.
refusal-report-reader-learns = Esta persona aprende en una clase y no puede recibir los números del centro. Elige a alguien que no aprenda aquí.
