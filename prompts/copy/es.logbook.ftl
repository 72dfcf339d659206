# Cómo va una meta. $statement es la meta, $start, $now y $goal son cifras, $unit es lo que se cuenta (puede estar vacío), por ejemplo: frases de 10.
logbook-of = *Así va:* { $statement }
# Para un docente.
logbook-of-student = *{ $student }:* { $statement }
# $day es el día de la cifra más reciente.
logbook-now = Inicio { $start }, ahora *{ $now }* ({ $day }), meta { $goal } { $unit }, hasta el { DATETIME($date, dateStyle: "long") }.
logbook-no-number-yet = Inicio { $start }, meta { $goal } { $unit }, hasta el { DATETIME($date, dateStyle: "long") }. Todavía no hay ninguna cifra.
# La línea va del inicio de la meta a su cifra final.
logbook-line = La línea del inicio a la meta está hoy en { $line }.
logbook-together-practised = Tu cifra se acercó más a la meta cuando habías practicado.
logbook-together-more = Tu cifra se acercó más a la meta cuando habías practicado más.

# Una entrada: un día, con lo que se dijo ese día.
logbook-number = *{ $day }:* { $value } { $unit }
logbook-day = *{ $day }*
logbook-note = “{ $text }”
logbook-showed = Archivo: { $name }
logbook-showed-line = Archivo: { $name } ({ $line })
logbook-showed-more = { $count ->
    [one] y un archivo más
   *[other] y { $count } archivos más
  }
logbook-earlier = { $count ->
    [one] Un seguimiento anterior no aparece aquí.
   *[other] { $count } seguimientos anteriores no aparecen aquí.
  }

# Botón
logbook-button = Cómo va

# El gráfico. Como máximo 20 caracteres cada uno: un punto, y los nombres de lo que se dibuja. La línea va del inicio a la meta.
logbook-label-start = Inicio
logbook-label-today = Hoy
logbook-label-day = { DAY($on) }
logbook-series-numbers = Tú
logbook-series-line = Línea a la meta
logbook-series-goal = Meta
# Como máximo 50 caracteres.
logbook-chart-title = De { $start } a { $goal } { $unit }
logbook-axis-minutes = minutos
logbook-changed = { $sign } El contrato cambió antes de esta cifra.
# Dos números mayores que 10.
logbook-thinned = El gráfico muestra { $drawn } de { $said } cifras.
# Para lectores de pantalla: una cifra, y dónde estaba la línea ese día.
logbook-heard = { $day }: { $value } (línea: { $line })
logbook-heard-alone = { $day }: { $value }

# La línea de una meta como imagen, para su estudiante.
logbook-picture-button = Dibujar mi línea
# Sobre el archivo, sin formato
logbook-picture-given = Aquí tienes tu línea como imagen. También está en tu pestaña Inicio, hasta que haya una cifra nueva. Nadie más la recibe.
# En lugar del archivo
logbook-picture-not-given = No pude darte la imagen. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo. Estas son tus cifras:
logbook-picture-file = linea.png
refusal-no-line-yet = Todavía no hay ninguna cifra que dibujar. Responde a tu próximo seguimiento con una cifra y dibujaré tu línea.
# Debajo de la imagen en Inicio. $on es el día en que se hizo.
logbook-picture-of = Hecha el { DAY($on) }
# En la imagen
logbook-picture-on = { DAY($on) }
logbook-picture-changed = El contrato cambió
# Para lectores de pantalla. $statement es la meta; siguen los números, uno por línea.
logbook-picture-alt = Tu línea para “{ $statement }”. Inicio { $start }, meta { $goal } { $unit }, para el { DATETIME($date, dateStyle: "long") }.
logbook-picture-alt-changed = El contrato cambió el { $day }.
