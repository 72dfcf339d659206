# Una charla de cinco minutos entre un estudiante y un docente. $when, $first y $second son momentos, como “lunes, 09:00”. $name es la otra persona.
talking-asked-student = He pedido a *{ $name }* una charla de cinco minutos contigo. Recibirás dos horas para elegir.
talking-asked-next = Puedes anularla en cualquier momento, sin dar motivos.
talking-asked-teacher = *{ $student }* quiere hablar contigo cinco minutos.
talking-asked-teacher-next = Propón dos horas y { $student } elegirá una. La charla es de quien proponga primero.
talking-neither-student = Gracias por decírmelo. He pedido a *{ $name }* otras dos horas.
talking-neither-teacher = A *{ $student }* no le va bien ninguna de las dos horas. ¿Puedes proponer otras dos?
talking-offered-student = *{ $name }* te propone una charla de cinco minutos. ¿Qué hora te va bien?
talking-offered-next = Puedes anularla en cualquier momento, sin dar motivos.
talking-offered-teacher = He enviado a *{ $student }* tus dos horas: { $first } o { $second }.
talking-offered-teacher-next = Te diré aquí cuál le va bien.
talking-agreed = *{ $name }* y tú habláis el *{ $when }*. Bastan cinco minutos.
talking-agreed-next = Acordad el lugar entre los dos. Si no puede ser, anúlala aquí.
talking-called-off = La charla queda anulada: una de las dos personas ya no está en esta clase. No tienes que hacer nada.
talking-called-off-by = *{ $by }* ha anulado la charla. No tienes que hacer nada.
talking-called-off-by-you = Has anulado la charla. He avisado a la otra persona, si ya la había.
talking-lapsed-nobody = Nadie ha propuesto todavía una hora para la charla. Puedes pedirla otra vez aquí, o a un docente en clase.
talking-lapsed-student = Las dos horas de la charla con *{ $name }* ya han pasado. Puedes pedirla otra vez cuando quieras.
talking-lapsed-teacher = La charla con *{ $student }* no tuvo lugar. Puedes proponer otras dos horas cuando quieras.
talking-over = ¿Cómo fue la charla con *{ $name }*? Basta con una línea.
talking-over-next = { $student } puede leerla. Queda con el contrato.
talking-noted = Gracias, lo he anotado:
talking-outcome = *{ $name }* ha escrito sobre vuestra charla del { $when }:
talking-outcome-next = Puedes añadir una línea tuya. No es obligatorio.

# Cómo está, cuando el mensaje trata de algo anterior, y en Inicio.
talking-is-asked = Hay una charla pedida. Lo siguiente son dos horas para elegir.
talking-is-offered = Hay una charla propuesta con *{ $name }*: { $first } o { $second }.
# En los mensajes de antes, para que el día esté en un solo mensaje.
talking-time-found = Ya hay hora para tu charla con *{ $name }*.
talking-is-agreed = La charla con *{ $name }* es el *{ $when }*.
talking-is-over = La charla con *{ $name }* fue el { $when }.
talking-is-lapsed = Esta charla no ha llegado a ser. Cualquiera de los dos puede pedir otra.
talking-is-called-off = Esta charla está anulada.
talking-taken = Otro docente tiene ya esta charla. No tienes que hacer nada.
# Encima de lo que se escribió
talking-record = *Charla con { $name }*, { $when }:
# Un momento en la zona horaria de la clase, para quien lee en otra
talking-in-zone = { $when } ({ $zone })

# Botones
talking-ask-button = Pedir una charla
talking-offer-button = Proponer charla
talking-offer-times-button = Proponer dos horas
talking-other-times-button = Cambiar las horas
talking-neither-button = Ninguna me va
talking-call-off-button = Anular
talking-line-button = Escribir una línea
talking-change-line-button = Cambiar la línea

# Formularios
talking-offer-title = Proponer charla
talking-offer-submit = Enviar
talking-offer-to-title = Proponer charla
talking-offer-to-submit = Enviar
talking-save-title = Sobre la charla
talking-save-submit = Guardar
talking-ask-in-title = Pedir charla
talking-ask-in-submit = Pedir
talking-offer-intro = { $student } elige una de dos horas. Las horas son de la zona de la clase ({ $zone }).
talking-offer-intro-anyone = El estudiante elige una de dos horas. Las horas son de la zona de la clase ({ $zone }).
talking-student = ¿Con quién quieres hablar?
talking-first-day = Primera opción: día
talking-first-time = Primera opción: hora
talking-second-day = Segunda opción: día
talking-second-time = Segunda opción: hora
talking-line = ¿Qué salió de la charla?
talking-line-hint = Basta con una línea. { $other } puede leerla.
talking-class = ¿Con un docente de qué clase?

refusal-talk-no-time = Elige un día y una hora.
refusal-talk-past = Esta hora ya ha pasado. Elige una posterior.
refusal-talk-too-far = Elige un día dentro de los próximos 60 días.
refusal-talk-day-off = La clase no tiene clase este día. Elige otro día.
refusal-talk-away = El estudiante está fuera este día. Elige otro día.
refusal-talk-same = Las dos horas son la misma. Elige otra aquí.
refusal-talk-yourself = Una charla es con otra persona. Elige a un estudiante.
refusal-talk-archived = Esta clase está archivada, así que no puedo pedir ahí una charla. Pídela directamente a tu docente.
refusal-talk-nobody = Ahora nadie da esta clase. Pregunta a una persona adulta de tu centro.
refusal-talk-open = Ya tienes una charla en marcha en esta clase. Inicio muestra cómo está.
refusal-talk-under-way = { $name } ya tiene una charla en marcha en esta clase.
refusal-talk-taken = { $name } tiene ya esta charla. No tienes que hacer nada.
refusal-talk-not-open = Esta charla no está abierta ahora. El mensaje más reciente muestra cómo está.
refusal-talk-time-past = Esta hora ya ha pasado. Elige la otra, o “Ninguna me va”.
refusal-talk-teacher-gone = Este docente ya no da la clase. Anula esta charla y pide otra.
refusal-talk-not-over = Podrás escribir sobre esta charla cuando haya terminado.
